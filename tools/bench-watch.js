// Runs in the measured page before anything else does, and notes what happens when (see Marks in bench-page.ts).
(() => {
  const marks = { fcp: 0, lcp: 0, cls: 0, usefulHome: 0, alive: 0, blocking: 0, longestTask: 0 };
  window.benchMarks = marks;

  const observe = (type, take) => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(take));
    observer.observe({ type, buffered: true, ...(type === 'event' ? { durationThreshold: 16 } : {}) });
  };
  observe('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') marks.fcp = entry.startTime;
  });
  observe('largest-contentful-paint', (entry) => {
    marks.lcp = entry.startTime;
  });
  observe('layout-shift', (entry) => {
    if (!entry.hadRecentInput) marks.cls += entry.value;
  });

  observe('longtask', ({ duration }) => {
    marks.blocking += duration - 50;
    marks.longestTask = Math.max(marks.longestTask, duration);
  });

  // A tap on a link, until the next screen stands there under its own title, and until nothing on it waits any more.
  window.benchOpen = (path) =>
    new Promise((settle) => {
      const before = document.querySelector('h1')?.textContent;
      const began = performance.now();
      let title = 0;
      [...document.querySelectorAll(`a[href$="${path}"]`)].at(-1).click();
      const seen = () => {
        const now = performance.now() - began;
        const heading = document.querySelector('h1')?.textContent;
        if (title === 0 && location.pathname.endsWith(path) && heading && heading !== before) title = now;
        if (title > 0 && document.querySelector('[aria-busy="true"]') === null) settle({ title, content: now });
        else requestAnimationFrame(seen);
      };
      requestAnimationFrame(seen);
    });

  // Everything that answers a finger or a key, until the picture after it: what "interaction to next paint" is made of.
  window.benchAnswers = [];
  observe('event', ({ name, duration, interactionId }) => {
    if (interactionId > 0) window.benchAnswers.push({ name, duration });
  });

  // As the figures of other mini apps were taken: a service is on screen, a tap would hit it, and a timer comes back soon.
  const isHit = (link) => {
    const { x, y, width, height } = link.getBoundingClientRect();
    return link.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  };
  const look = () => {
    const services = [...document.querySelectorAll('main a[href]')];
    if (services.length < 4 || !services.slice(0, 4).every(isHit)) {
      requestAnimationFrame(look);
      return;
    }
    const asked = performance.now();
    setTimeout(() => {
      const answered = performance.now();
      if (answered - asked <= 50) marks.usefulHome = answered;
      else look();
    }, 0);
  };
  requestAnimationFrame(look);

  // The app itself stands there, not the picture that comes before it.
  const lookForApp = () => {
    if (document.querySelector('main a[href]') && !document.querySelector('.early')) marks.alive = performance.now();
    else requestAnimationFrame(lookForApp);
  };
  requestAnimationFrame(lookForApp);
})();
