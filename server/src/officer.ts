/** `npm run officer -- …`: an officer's work from the command line, for demonstrations; see `officer/commands.ts`. */
import { NotDone } from './officer/ask-server.ts';
import { help, readCommand, type Command } from './officer/commands.ts';
import { BadCommand } from './officer/options.ts';
import { decidedPage, storePage, storesPage } from './officer/store-pages.ts';
import { deskHelp, deskVerbs } from './officer/desk-commands.ts';
import { allDeliveriesPage, deadLettersPage, deliveriesPage, retryPage } from './officer/letter-pages.ts';
import { newsHelp, readNewsCommand } from './officer/news-commands.ts';
import { workOnNews } from './officer/news-work.ts';
import { createOfficeCalls, moveAtOneStop } from './officer/office-calls.ts';
import { readReportCommand, reportHelp } from './officer/report-commands.ts';
import { workOnReport } from './officer/report-work.ts';
import { dossierPage, draftHelpPage, listPage, wholePage } from './officer/pages.ts';

/** The key of the sample one-stop office that `npm start` gives the server; no real server knows it. */
const SAMPLE_KEY = 'sample-one-stop-key-0001';
/** The one of the sample desk where field reports arrive. */
const SAMPLE_REPORT_KEY = 'sample-report-desk-key-0001';
/** The sample newsroom's. */
const SAMPLE_NEWS_KEY = 'sample-news-desk-key-0001';
/** And the one the emulated one-stop system takes. */
const SAMPLE_ONE_STOP_KEY = 'sample-key-at-one-stop-0001';

async function run(office: ReturnType<typeof createOfficeCalls>, command: Command): Promise<string> {
  switch (command.do) {
    case 'help':
      return `${help}\n${deskHelp}\n${reportHelp}\n${newsHelp}`;
    case 'list':
      return listPage(await office.list(command.state));
    case 'show':
      return wholePage(await office.show(command.code, command.purpose));
    case 'draft':
      return draftHelpPage(await office.draftHelp(command.number));
    case 'dead-letters':
      return deadLettersPage(await office.deadLetters());
    case 'retry':
      return retryPage(command.code, await office.retry(command.code));
    case 'deliveries':
      return command.code === undefined
        ? allDeliveriesPage((await office.newestDeliveries()).items)
        : deliveriesPage((await office.deliveries(command.code)).items);
    case 'stores':
      return storesPage(await office.stores(command.state));
    case 'store':
      return storePage(await office.store(command.code, command.purpose));
    case 'decide-store':
      return decidedPage(await office.decideStore(command));
    case 'result': {
      const { documentId, size, sha256 } = await office.result(command);
      return `Đã trả kết quả, hồ sơ hoàn thành. Công dân được báo và mở được trong Giấy tờ.\n  ${documentId}  ${size} byte\n  SHA-256 ${sha256}`;
    }
    case 'supplement': {
      const { dossier, warning } = await office.supplement(command);
      const words = warning === null ? '' : `\nCẢNH BÁO: ${warning}`;
      return `Đã gửi danh sách cần bổ sung. Công dân được báo.${words}\n\n${dossierPage(dossier)}`;
    }
    case 'move':
      if (command.via === 'one-stop') {
        const url = (process.env['ONE_STOP_URL'] ?? 'http://127.0.0.1:5303').replace(/\/$/, '');
        await moveAtOneStop({ url, key: process.env['ONE_STOP_KEY'] ?? SAMPLE_ONE_STOP_KEY }, command);
        return 'Đã ghi trong hệ thống một cửa. Hệ thống đó báo máy chủ của tỉnh, rồi công dân được báo.';
      }
      return `Đã chuyển hồ sơ. Công dân được báo.\n\n${dossierPage(await office.move(command))}`;
  }
}

try {
  const server = (process.env['SERVER_URL'] ?? 'http://127.0.0.1:5301').replace(/\/$/, '');
  const key = process.env['OFFICER_KEY'];
  const [verb = '', ...words] = process.argv.slice(2);
  if (verb === 'reports' || verb === 'report') {
    console.log(await workOnReport(server, key ?? SAMPLE_REPORT_KEY, readReportCommand(verb, words)));
  } else if (verb === 'news' || verb === 'programme' || verb.startsWith('news-')) {
    console.log(await workOnNews(server, key ?? SAMPLE_NEWS_KEY, readNewsCommand(verb, words)));
  } else {
    const office = createOfficeCalls(server, key ?? SAMPLE_KEY);
    const desk = deskVerbs[verb];
    console.log(
      await (desk ? desk(words, office.ask, office.askBytes) : run(office, readCommand(process.argv.slice(2)))),
    );
  }
} catch (error) {
  if (!(error instanceof BadCommand || error instanceof NotDone)) throw error;
  console.error(error.message);
  if (error instanceof BadCommand) console.error('\nXem cách viết: npm run officer -- help');
  process.exitCode = 1;
}
