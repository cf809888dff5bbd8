import type { Cluster } from './cluster.ts';
import { fits, parseRole, type Role } from './references.ts';

/** Who holds the offices of countries: "the Ukrainian president" is somebody where the folder knows of one only. */
export class Holders {
  readonly #byCountry = new Map<string, Map<Cluster, Role[]>>();
  readonly #countries = new Map<Cluster, string[]>();

  /** Takes in what roles a person has now; none where the person is gone. @returns the countries that are concerned */
  put(cluster: Cluster, roles: string[]): Set<string> {
    const concerned = new Set(this.#countries.get(cluster));
    for (const country of concerned) this.#byCountry.get(country)?.delete(cluster);
    this.#countries.delete(cluster);
    if (cluster.type !== 'person') return concerned;
    for (const role of roles.map(parseRole)) {
      if (!role.country) continue;
      const holders = this.#byCountry.get(role.country) ?? new Map<Cluster, Role[]>();
      this.#byCountry.set(role.country, holders.set(cluster, [...(holders.get(cluster) ?? []), role]));
      this.#countries.set(cluster, [...(this.#countries.get(cluster) ?? []), role.country]);
      concerned.add(role.country);
    }
    return concerned;
  }

  /** The only one who can be meant by a role of a country. */
  only(wanted: Role): Cluster | undefined {
    let found: Cluster | undefined;
    for (const [cluster, roles] of this.#byCountry.get(wanted.country ?? '') ?? []) {
      if (!roles.some((own) => fits(own, wanted))) continue;
      if (found) return undefined;
      found = cluster;
    }
    return found;
  }
}
