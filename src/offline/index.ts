/**
 * What is written survives, what is sent arrives once: drafts saved as they are typed, papers sent in pieces, whether
 * there is a network, and where the person was when the app was killed. Promises: says honestly where everything is;
 * never overwrites a newer version silently; what waits on the phone is sealed with a key of the server. Never decides what to send.
 */
export { useOnline } from './online';
export { finishErasing, forgetErasing, isErasing, rememberErasing, wipePhone } from './erasing';
export { forgetPlace, rememberedPlace, rememberPlace } from './remembered-place';
export { type Clash, type Draft, type DraftKeeper, type OldAnswer, type SaveState, type Work } from './draft-keeper';
export { openFormVersion, useDraftKeeper, useSaveState } from './use-draft-keeper';
export { picturesAndPdf } from './inspect-file';
export { type UploadItem } from './upload-item';
export { tellUpload } from './upload-told';
export { type Uploads } from './uploads';
export { useUploads, useUploadsAt } from './use-uploads';
export { type UploadPlace } from './uploads-around';
export { sendingKey } from './sending-key';
export { type Arrival, type Delivery, type OutboxKind, type OutboxKinds } from './outbox-kind';
export { isWaiting, type OutboxItem, type OutboxState } from './outbox-item';
export { keepUnfinished, outbox, outboxKind, startOutbox, useOutbox, watchOutboxCount } from './the-outbox';
export { onLeaving } from './on-leaving';
export { useWritten } from './use-written';
export { photoPlace, type PhotoPlace } from './photo-place';
export { shrinkPhoto } from './shrink-photo';
export { sendFile } from './upload-transport';
