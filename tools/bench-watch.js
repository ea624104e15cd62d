// Runs in the measured page before anything else does, and notes what happens when (see Marks in bench-page.ts).
(() => {
  const marks = { fcp: 0, lcp: 0, cls: 0, usefulHome: 0 };
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

  const look = () => {
    const hasSearch = document.querySelector('[role=search], [role=searchbox], input[type=search]') !== null;
    const services = document.querySelectorAll('main a[href], main [role=link]').length;
    if (hasSearch && services >= 4) marks.usefulHome = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();
