import { province } from '#config';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { useTexts } from '#ui/texts';
import { texts } from './texts';

export default function TermsScreen() {
  const t = useTexts(texts);
  return (
    <Screen title={t.termsTitle(province.appName)} eyebrow={province.owner.name}>
      <div className="mt-4">
        <Notice title={t.sample}>{t.sampleMore}</Notice>
      </div>
      {t.sections(province.owner.name, province.identity.name).map(({ title, body }) => (
        <section key={title} className="sec">
          <h2>{title}</h2>
          <p>{body}</p>
        </section>
      ))}
    </Screen>
  );
}
