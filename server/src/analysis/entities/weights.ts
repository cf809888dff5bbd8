import data from './data/tagger.json' with { type: 'json' };
import { ROWS } from './features.ts';
import { TAG_COUNT, type Weights } from './tagger.ts';

let loaded: Weights | undefined;

/** The trained weights (see scripts/tagger/train.ts), decoded when they are first asked for. */
export function taggerWeights(): Weights {
  loaded ??= { emission: decode(data.rows), transition: Float32Array.from(data.transition), scale: data.scale };
  return loaded;
}

/** Rows that carry weight: the distance from the row before, 7 bits a byte with the last byte marked, then a byte a tag. */
function decode(base64: string): Int8Array {
  const bytes = atob(base64);
  const emission = new Int8Array(ROWS * TAG_COUNT);
  let row = -1;
  for (let i = 0; i < bytes.length; ) {
    let distance = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes.charCodeAt(i++);
      distance |= (byte & 127) << shift;
      if (byte >= 128) break;
    }
    row += distance;
    for (let tag = 0; tag < TAG_COUNT; tag++) emission[row * TAG_COUNT + tag] = bytes.charCodeAt(i++);
  }
  return emission;
}
