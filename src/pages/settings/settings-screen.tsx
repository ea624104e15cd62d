import { province, setPreferences, type TextSize } from '#config';
import { ChoiceGroup } from '#ui/choice';
import { Field } from '#ui/field';
import { List } from '#ui/list';
import { usePreferences } from '#ui/preferences';
import { Screen } from '#ui/screen';
import { SwitchRow } from '#ui/switch-row';
import { useTexts } from '#ui/texts';
import { texts } from './texts';

const sizes = { '1': 1, '2': 2, '3': 3 } as const satisfies Record<string, TextSize>;
type SizeName = keyof typeof sizes;

export default function SettingsScreen() {
  const t = useTexts(texts);
  const { textSize, language, dataSaving } = usePreferences();
  return (
    <Screen title={t.title} lead={t.lead}>
      <Field label={t.textSize} hint={t.sample} group>
        {(ties) => (
          <ChoiceGroup
            ties={ties}
            oneColumn
            choices={(Object.keys(sizes) as SizeName[]).map((value) => ({ value, label: t.sizes[value] }))}
            value={String(textSize) as SizeName}
            onChange={(value) => setPreferences({ textSize: sizes[value] })}
          />
        )}
      </Field>
      <Field label={t.language} group>
        {(ties) => (
          <ChoiceGroup
            ties={ties}
            choices={province.languages.map((value) =>
              value === 'vi' ? { value, label: t.languages[value], lang: 'vi' } : { value, label: t.languages[value] },
            )}
            value={language}
            onChange={(value) => setPreferences({ language: value })}
          />
        )}
      </Field>
      <section className="sec">
        <h2>{t.data}</h2>
        <List>
          <SwitchRow
            title={t.saving}
            meta={dataSaving ? t.savingOn : t.savingOff}
            on={dataSaving}
            onChange={(on) => setPreferences({ dataSaving: on })}
          />
        </List>
      </section>
    </Screen>
  );
}
