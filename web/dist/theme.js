// Runs before anything is drawn, so that the page does not flash in the wrong theme; useTheme.ts takes over from here.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('dungeon.theme');
  } catch {
    // A browser that keeps nothing has no choice to read.
  }
  var isLight = chosen === 'light' || (chosen !== 'dark' && matchMedia('(prefers-color-scheme: light)').matches);
  document.documentElement.dataset.theme = isLight ? 'light' : 'dark';
})();
