import type { SaveState } from '#offline';
import { Button } from '#ui/button';
import { SaveLine } from '#ui/save-line';
import { useTexts } from '#ui/texts';
import { isBusy, type Sending } from '../sending';
import { submitTexts } from '../submit-texts';

interface SendFootProps {
  save: SaveState;
  sending: Sending;
  /** What is sent, as a verb: "Gửi hồ sơ". */
  verb: string;
  onSend: () => void;
  /** Asks whether it arrived, where nobody knows. */
  onCheck: () => void;
}

/** Where what was written is, and the one button: to send, to send again, or to ask whether it arrived. */
export function SendFoot({ save, sending, verb, onSend, onCheck }: SendFootProps) {
  const t = useTexts(submitTexts);
  const busy = isBusy(sending);
  const isAgain = sending.state === 'offline' || sending.state === 'notThere';
  return (
    <>
      <SaveLine save={save} />
      {sending.state === 'unknown' || sending.state === 'checking' ? (
        <Button busy={busy} onClick={onCheck}>
          {busy ? t.checking : t.check}
        </Button>
      ) : (
        <Button busy={busy} onClick={onSend}>
          {busy ? t.sending : isAgain ? t.sendAgain : verb}
        </Button>
      )}
    </>
  );
}
