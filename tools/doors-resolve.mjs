// Read by dependency-cruiser: `#ui/x` may be x.tsx or x.ts, and its resolver, too, looks only at the first (see doors-plugin.ts).
import { resolve } from 'node:path';

export default { resolve: { alias: { '#ui': resolve('src/ui') } } };
