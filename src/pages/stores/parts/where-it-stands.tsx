import type { Schemas } from '@dvc/contract';
import { dayOf, longDate, timeOf } from '#lib/dates';
import { paths } from '#nav';
import { Card } from '#ui/card';
import { Chip } from '#ui/chip';
import { pencilIcon, shopIcon } from '#ui/icons';
import { KeyValues } from '#ui/key-values';
import { LinkButton } from '#ui/link-button';
import { Screen } from '#ui/screen';
import { Timeline, type TimelineItem } from '#ui/timeline';
import { useLanguage, useTexts } from '#ui/texts';
import { registerTexts } from '../register-texts';
import { stateLook } from '../state-look';
import { AccountConsent } from './account-consent';
import { EndStore } from './end-store';

type Registration = Schemas['StoreRegistration'];

/** A registration that was sent: its state in words, whose turn it is, and everything that happened. */
export function WhereItStands({ known }: { known: Registration }) {
  const t = useTexts(registerTexts);
  const { registration, asked, form, draft } = known;
  const { id, code, state, name, office } = registration;
  const { tone, icon } = stateLook[state];
  const words = t.stateWords[state];
  const mayMend = state === 'supplementRequired' || state === 'refused';
  const pages = (form as unknown as { pages: { id: string; fields: { id: string }[] }[] }).pages;
  const asksFor = asked?.items[0]?.field;
  const first = pages.find(({ fields }) => fields.some((field) => field.id === asksFor))?.id ?? 'review';
  return (
    <Screen
      title={name === '' ? t.nameless : name}
      eyebrow={code === null ? undefined : t.code(code)}
      foot={
        mayMend ? (
          <LinkButton icon={pencilIcon} to={paths.registerStore({ tiem: id, buoc: first })}>
            {t.mend}
          </LinkButton>
        ) : state === 'approved' ? (
          <LinkButton icon={shopIcon} to={paths.stores({ xem: draft.id })}>
            {t.seePublic}
          </LinkButton>
        ) : undefined
      }
    >
      <div className="mt-2">
        <Chip tone={tone} icon={icon}>
          {t.states[state]}
        </Chip>
      </div>
      <p className="lead mt-3">{typeof words === 'string' ? words : words(office ?? '')}</p>
      <div className="mt-4 grid gap-4">
        {asked === null ? null : (
          <Card title={t.asked}>
            {asked.note === null ? null : <p>{asked.note}</p>}
            <KeyValues items={asked.items.map(({ title, reason }) => ({ label: title, value: reason }))} />
          </Card>
        )}
        <section>
          <h2 className="mb-3">{t.timeline}</h2>
          <Events known={known} />
        </section>
        {state === 'closed' ? null : <AccountConsent known={known} />}
        {state === 'closed' ? null : <EndStore id={id} state={state} />}
      </div>
    </Screen>
  );
}

function Events({ known }: { known: Registration }) {
  const t = useTexts(registerTexts);
  const language = useLanguage();
  const { events, registration } = known;
  const isWaiting = registration.state === 'submitted';
  const items: TimelineItem[] = events.map(({ state, at, by, note }, index) => {
    const isLast = index === events.length - 1 && !isWaiting;
    const isYours = isLast && (state === 'supplementRequired' || state === 'refused');
    return {
      state: isYours ? 'you' : 'done',
      title: t.events[state],
      meta: [by, `${timeOf(at)}, ${longDate(dayOf(at), language)}`].filter(Boolean).join(' · '),
      ...(note === null ? {} : { body: note }),
    };
  });
  if (isWaiting) items.push({ state: 'now', title: t.waiting, meta: registration.office ?? undefined });
  return <Timeline items={items} />;
}
