import type { Schemas } from '@dvc/contract';
import { Coming } from '#ui/coming';
import { List } from '#ui/list';
import { Notice } from '#ui/notice';
import { Screen } from '#ui/screen';
import { SwitchRow } from '#ui/switch-row';
import { useTexts } from '#ui/texts';
import { choiceTexts } from './choice-texts';
import { FollowZalo } from './parts/follow-zalo';
import { QuietHours } from './parts/quiet-hours';
import { topicIcons } from './topic-icons';
import { useChoices, type Choices } from './use-choices';

type Offered = Schemas['NoticeChoices']['topics'][number];

/** A topic that climbs: each of its channels by itself. */
function TopicChannels({ offered, choices, phone }: { offered: Offered; choices: Choices; phone: string }) {
  const t = useTexts(choiceTexts);
  const { topic, channels } = offered;
  const about = { oa: t.about.oa, zns: t.about.zns(phone), sms: t.about.sms(phone) };
  return (
    <section className="sec">
      <h2>{t.topics[topic]}</h2>
      <List label={t.topics[topic]}>
        {channels.map((one) => (
          <SwitchRow
            key={one.channel}
            title={t.channels[one.channel]}
            meta={choices.isSaving(topic, one.channel) ? t.saving : about[one.channel]}
            on={choices.isWanted(topic, one)}
            onChange={(on) => choices.want(topic, one.channel, on)}
          />
        ))}
      </List>
    </section>
  );
}

/** Topics with the Official Account only, one switch each. */
function SimpleTopics({ offered, choices }: { offered: readonly Offered[]; choices: Choices }) {
  const t = useTexts(choiceTexts);
  return (
    <section className="sec">
      <h2>{t.byZalo}</h2>
      <List label={t.byZalo}>
        {offered.flatMap(({ topic, channels }) =>
          channels.map((one) => (
            <SwitchRow
              key={topic}
              title={t.topics[topic]}
              icon={topicIcons[topic]}
              {...(choices.isSaving(topic, one.channel) ? { meta: t.saving } : {})}
              on={choices.isWanted(topic, one)}
              onChange={(on) => choices.want(topic, one.channel, on)}
            />
          )),
        )}
      </List>
    </section>
  );
}

/** What is sent to me besides the inbox, by which channel, and when not. */
export default function ChoicesScreen() {
  const t = useTexts(choiceTexts);
  const choices = useChoices();
  const { data, error, loading, reload } = choices.reading;

  if (data === undefined) {
    return (
      <Screen title={t.title} lead={t.lead}>
        <Coming error={loading ? undefined : error} reload={reload} label={t.loading} failed={t.failed}>
          {t.failedMore}
        </Coming>
      </Screen>
    );
  }
  const { topics, reach } = data;
  return (
    <Screen title={t.title} lead={t.lead}>
      {choices.failed === undefined ? null : (
        <Notice tone="bad" role="alert">
          {t.notSaved}
        </Notice>
      )}
      {reach.follows === false ? <FollowZalo /> : null}
      {topics
        .filter(({ channels }) => channels.length > 1)
        .map((offered) => (
          <TopicChannels key={offered.topic} offered={offered} choices={choices} phone={reach.phone} />
        ))}
      <SimpleTopics offered={topics.filter(({ channels }) => channels.length === 1)} choices={choices} />
      <QuietHours quiet={choices.quiet ?? null} saving={choices.isSavingQuiet} onChange={choices.keepQuiet} />
      <p className="mt-4">{t.always}</p>
    </Screen>
  );
}
