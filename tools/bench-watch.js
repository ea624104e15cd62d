// Runs in the measured page before anything else does, and notes what happens when (see Marks in bench-page.ts).
(() => {
  const marks = { fcp: 0, lcp: 0, cls: 0, usefulHome: 0, blocking: 0, longestTask: 0 };
  window.benchMarks = marks;

  const observe = (type, take) => {
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
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

  // A tap on a service, until the next screen stands there under its own title.
  window.benchTap = (path) =>
    new Promise((settle) => {
      const title = document.querySelector('h1')?.textContent;
      const began = performance.now();
      document.querySelector(`main a[href$="${path}"]`).click();
      const seen = () => {
        const now = document.querySelector('h1')?.textContent;
        if (now && now !== title && location.pathname.endsWith(path)) settle(performance.now() - began);
        else requestAnimationFrame(seen);
      };
      requestAnimationFrame(seen);
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
})();
