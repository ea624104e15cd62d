import { paths, usePlace } from '#nav';
import { MyList } from './parts/my-list';
import { MyQuestion } from './parts/my-question';

/** My questions; `ma` opens one of them. */
export default function MyQuestionsScreen() {
  const { ma } = usePlace(paths.myQuestions).query;
  return ma === undefined ? <MyList /> : <MyQuestion key={ma} id={ma} />;
}
