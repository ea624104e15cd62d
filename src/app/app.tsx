import { RecoilRoot } from 'recoil';
import { App as ZaloApp, ZMPRouter } from 'zmp-ui';
import { paths } from '#nav';
import type { PageModule } from '#page-module';
import { Frame } from './frame';
import { OpenLinks } from './open-links';
import { ResumeWork } from './resume-work';
import { AppRoutes } from './routes';

/** The app around its modules. */
export function App({ modules }: { modules: readonly PageModule[] }) {
  return (
    <RecoilRoot>
      <ZaloApp>
        <ZMPRouter>
          <Frame modules={modules} inbox={paths.digitalCitizen()} reports={paths.reports()}>
            <AppRoutes modules={modules} />
          </Frame>
          <OpenLinks />
          <ResumeWork />
        </ZMPRouter>
      </ZaloApp>
    </RecoilRoot>
  );
}
