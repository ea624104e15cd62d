-- A fee may be paid when its dossier no longer waits for it: a person sends it back, or keeps it.
alter table payment_mismatches drop constraint payment_mismatches_kind_check;
alter table payment_mismatches add constraint payment_mismatches_kind_check
  check (kind in ('wrongAmount', 'paidTwice', 'unknownOrder', 'unresolved', 'refundFailed', 'notAwaited'));
