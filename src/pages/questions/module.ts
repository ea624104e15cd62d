import { paths } from '#nav';
import { utilityModule } from '#page-module';
import { askIcon } from '#ui/icons';

const title = { vi: 'Hỏi đáp', en: 'Questions' };
const why = {
  vi: 'Để câu trả lời tới đúng bạn, cơ quan cần một số điện thoại của bạn.',
  en: 'For the answer to reach you, the office needs a phone number of yours.',
};

export const questionsModule = utilityModule({
  id: 'questions',
  tiles: [{ label: title, icon: askIcon, to: paths.questions(), order: 20 }],
  screens: [
    { path: paths.questions, level: 0, title, load: () => import('./question-list-screen') },
    {
      path: paths.askQuestion,
      level: 1,
      title: { vi: 'Đặt câu hỏi', en: 'Ask a question' },
      why,
      load: () => import('./ask-screen'),
    },
    {
      path: paths.myQuestions,
      level: 1,
      title: { vi: 'Câu hỏi của tôi', en: 'My questions' },
      why,
      load: () => import('./my-questions-screen'),
    },
    {
      path: paths.question,
      level: 0,
      title: { vi: 'Câu hỏi và trả lời', en: 'Question and answer' },
      load: () => import('./question-screen'),
    },
  ],
});
