import { useIdentity } from '#auth';
import { useOnline } from '#offline';
import { offlineIcon } from '#ui/icons';
import { Notice } from '#ui/notice';
import { useTexts } from '#ui/texts';
import { formTexts } from '../form-texts';

/** Without a network: that one may write, and whether it would survive closing the app. */
export function OfflineNotice() {
  const t = useTexts(formTexts);
  const online = useOnline();
  const identity = useIdentity();
  // Whoever was recognised in this run has the key, or gets it with the network; else nothing can be locked.
  const known = identity.state === 'contact' || identity.state === 'citizen';
  if (online && identity.state !== 'unreachable') return null;
  return (
    <div className="mt-3">
      <Notice icon={offlineIcon} title={t.offlineTitle} role="status">
        {known ? t.offlineKept : t.offlineMemory}
      </Notice>
    </div>
  );
}
