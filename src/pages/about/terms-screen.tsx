import { province } from '#config';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { useTexts } from '#ui/texts';
import { InVietnamese, Quoting } from '#ui/in-vietnamese';
import { texts } from './texts';

export default function TermsScreen() {
  const t = useTexts(texts);
  return (
    <Screen title={t.termsTitle(province.appName)} eyebrow={<InVietnamese>{province.owner.name}</InVietnamese>}>
      <div className="mt-4">
        <Notice title={t.sample}>{t.sampleMore}</Notice>
      </div>
      {t.sections(province.owner.name, province.identity.name).map(({ title, body }) => (
        <section key={title} className="sec">
          <h2>{title}</h2>
          <p>
            <Quoting text={body} words={province.owner.name} />
          </p>
        </section>
      ))}
    </Screen>
  );
}
