import { paths, usePlace } from '#nav';
import { OneStore } from './parts/one-store';
import { Shops } from './parts/shops';

/** The approved shops, as a list or on a map, or one of them; what is looked for stands in the address. */
export default function StoresScreen() {
  const { q, loai, xa, xem } = usePlace(paths.stores).query;
  if (xem !== undefined && xem !== 'ban-do') return <OneStore id={xem} />;
  return <Shops q={(q ?? '').slice(0, 100)} kind={loai} commune={xa} onMap={xem === 'ban-do'} />;
}
