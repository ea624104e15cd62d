/**
 * Every module that has something of a person, in the order in which it is forgotten: what points to others first, whoever
 * it belongs to last. `withoutPeople` are the tables that hold nobody; a test of the schema knows no third kind.
 */
import type { PersonalData } from '#core/personal-data';
import { appointmentsData } from './appointments/personal-data.ts';
import { delegationsData } from './delegations/personal-data.ts';
import { dossiersData } from './dossiers/personal-data.ts';
import { fieldReportsData } from './field-reports/personal-data.ts';
import { filesData } from './files/personal-data.ts';
import { identityData } from './identity/personal-data.ts';
import { notificationsData } from './notifications/personal-data.ts';
import { paymentsData } from './payments/personal-data.ts';
import { actsData } from './privacy/acts.ts';
import { exportsData } from './privacy/personal-data.ts';
import { questionsData } from './questions/personal-data.ts';
import { searchData } from './search/personal-data.ts';
import { sessionData } from './session/personal-data.ts';
import { storesData } from './stores/personal-data.ts';
import { trackingData } from './tracking/personal-data.ts';
import { tuitionData } from './tuition/personal-data.ts';
import { walletData } from './wallet/personal-data.ts';

export const personalData: readonly PersonalData[] = [
  actsData,
  exportsData,
  searchData,
  notificationsData,
  appointmentsData,
  filesData,
  questionsData,
  fieldReportsData,
  storesData,
  tuitionData,
  paymentsData,
  walletData,
  trackingData,
  dossiersData,
  delegationsData,
  identityData,
  sessionData,
];

/** Tables that hold nothing of a citizen: numbers, keys, public texts, counters under hashes, ids of work to do. */
export const withoutPeople: readonly string[] = [
  ...['migrations', 'schedules', 'rate_counters', 'oa_token', 'form_versions', 'places'],
  // Ids alone; whoever does the work looks the rest up, and finds nothing once it is gone.
  'jobs',
  // Which system read which list, not who stood in it.
  'list_readings',
  // A fingerprint that only Zalo's own word matches.
  'revocations',
  ...['dossier_numbers', 'report_numbers', 'payment_numbers', 'appointment_days', 'fee_receipt_series'],
  ...[
    'report_squares',
    'report_counts',
    'schools',
    'news_articles',
    'news_pictures',
    'media_programmes',
    'number_counts',
    'number_batches',
    'number_weeks',
  ],
  ...['search_entries', 'search_names', 'search_words', 'search_spellings', 'search_editions'],
];
