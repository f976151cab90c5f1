// What pages do beyond links and forms; every page works without it.
'use strict';

// Dragging across the timeline opens the stretch of time that was marked.
for (const strips of document.querySelectorAll('.strips')) {
  const from = Date.parse(strips.dataset.from);
  const to = Date.parse(strips.dataset.to);
  const charts = [...strips.querySelectorAll('svg')];
  let start = null;

  const fraction = (event) => {
    const box = charts[0].getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
  };

  const mark = (a, b) => {
    for (const chart of charts) {
      const brush = chart.querySelector('.brush');
      const width = chart.viewBox.baseVal.width;
      brush.setAttribute('x', String(Math.min(a, b) * width));
      brush.setAttribute('width', String(Math.abs(b - a) * width));
    }
  };

  strips.addEventListener('pointerdown', (event) => {
    if (event.button === 0 && event.target.closest('svg')) {
      start = fraction(event);
      strips.setPointerCapture(event.pointerId);
      event.preventDefault();
    }
  });
  strips.addEventListener('pointermove', (event) => {
    if (start !== null) {
      mark(start, fraction(event));
    }
  });
  const stop = () => {
    start = null;
    mark(0, 0);
  };
  strips.addEventListener('pointercancel', stop);
  strips.addEventListener('pointerup', (event) => {
    if (start === null) {
      return;
    }
    const end = fraction(event);
    const first = Math.min(start, end);
    const last = Math.max(start, end);
    if (last - first < 0.005) {
      stop();
      return;
    }
    start = null;
    const at = (part) => new Date(from + part * (to - from)).toISOString();
    const query = new URLSearchParams({ from: at(first), to: at(last) });
    location.assign(location.pathname + '?' + query);
  });
}
