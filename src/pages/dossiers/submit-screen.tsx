import { paths, usePlace } from '#nav';
import { BeforeTyping } from './parts/before-typing';
import { OpenDraft } from './parts/open-draft';

/** Sending a dossier, from the questions before typing to the receipt; draft and step stand in the address. */
export default function SubmitScreen() {
  const { params, query } = usePlace(paths.submitDossier);
  return query.nhap === undefined ? (
    <BeforeTyping key={query.cho} procedureCode={params.procedureCode} delegationId={query.cho} />
  ) : (
    <OpenDraft
      key={query.nhap}
      procedureCode={params.procedureCode}
      draftId={query.nhap}
      stepId={query.buoc}
      isEdit={query.sua === '1'}
    />
  );
}
