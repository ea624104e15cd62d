import { paths, usePlace } from '#nav';
import { OneStore } from './parts/one-store';
import { StoreList } from './parts/store-list';

/** The approved shops, or one of them; what is looked for stands in the address. */
export default function StoresScreen() {
  const { q, loai, xem } = usePlace(paths.stores).query;
  return xem === undefined ? <StoreList q={(q ?? '').slice(0, 100)} kind={loai} /> : <OneStore id={xem} />;
}
