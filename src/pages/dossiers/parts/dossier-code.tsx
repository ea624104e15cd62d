/** Read aloud and copied as one; broken, if at all, before the date. */
export function DossierCode({ code }: { code: string }) {
  const [office = '', ...rest] = code.split('-');
  return (
    <>
      {office}-<wbr />
      <span className="nw">{rest.join('-')}</span>
    </>
  );
}
