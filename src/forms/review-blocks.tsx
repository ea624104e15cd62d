import { Card } from '#ui/card';
import { Icon } from '#ui/icon';
import { pencilIcon } from '#ui/icons';
import { KeyValues, type KeyValue } from '#ui/key-values';
import { useTexts } from '#ui/texts';
import type { ReviewBlock } from './answers-in-words';
import { texts } from './texts';

/** Answers before sending; every block has its "Sửa". */
export function ReviewBlocks({ blocks, onEdit }: { blocks: readonly ReviewBlock[]; onEdit: (pageId: string) => void }) {
  return (
    <>
      {blocks.map((block) => (
        <ReviewCard
          key={block.pageId}
          block={block}
          onEdit={() => {
            onEdit(block.pageId);
          }}
        />
      ))}
    </>
  );
}

/** One block alone, for what is no page of the form (papers). */
export function ReviewCard({
  block,
  onEdit,
}: {
  block: { title: string; lines: readonly KeyValue[] };
  onEdit: () => void;
}) {
  const t = useTexts(texts);
  return (
    <div className="mt-3">
      <Card
        title={block.title}
        action={
          <button type="button" className="edit" aria-label={t.editBlock(block.title)} onClick={onEdit}>
            <Icon of={pencilIcon} small />
            {t.edit}
          </button>
        }
      >
        <KeyValues items={block.lines} />
      </Card>
    </div>
  );
}
