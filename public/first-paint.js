// Before the app's own script has come: the theme a person chose, and no console frame on the wall.
;(() => {
  const page = document.documentElement
  if (location.pathname.replace(/\/+$/, '') === '/wall') page.dataset.place = 'wall'
  try {
    const theme = JSON.parse(localStorage.getItem('meadow.theme') ?? 'null')
    if (theme === 'dark' || theme === 'light') page.dataset.theme = theme
  } catch {
    // Without storage the system's theme holds.
  }
})()
