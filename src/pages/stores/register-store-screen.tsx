import { paths, usePlace } from '#nav';
import { MyStores } from './parts/my-stores';
import { OpenRegistration } from './parts/open-registration';

/** My shops and a new one; or one registration, being written or followed. */
export default function RegisterStoreScreen() {
  const { tiem, buoc, sua } = usePlace(paths.registerStore).query;
  return tiem === undefined ? (
    <MyStores />
  ) : (
    <OpenRegistration key={tiem} id={tiem} stepId={buoc} isEdit={sua === '1'} />
  );
}
