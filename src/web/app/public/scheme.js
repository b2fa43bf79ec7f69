// Runs before the first paint, so that a dark room does not flash white. The key is that of the theme in web/kit.
(() => {
  let chosen = 'auto';
  try {
    chosen = localStorage.getItem('peil-scheme') || 'auto';
  } catch {
    // A browser that keeps nothing follows the system.
  }
  const dark = chosen === 'dark' || (chosen === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
