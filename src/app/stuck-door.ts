const minute = 60_000

/**
 * A front door whose script did not load: the network failed, or a newer version has taken its place on the server.
 * Written without React or the kit, which may be what is missing; the styles are those of index.html. A wall display,
 * which nobody touches, tries again by itself.
 */
export function showStuckDoor(root: HTMLElement, error: unknown, unattended: boolean): void {
  const box = document.createElement('main')
  box.className = 'm-stuck'
  box.setAttribute('role', 'alert')
  const title = document.createElement('h1')
  title.textContent = 'Meadow did not load'
  const words = document.createElement('p')
  words.textContent =
    'Either the network failed or a newer version is being published. Nothing in your account is affected.' +
    (unattended ? ' This display tries again in a minute.' : '')
  const reason = document.createElement('code')
  reason.textContent = error instanceof Error ? error.message : String(error)
  const reload = document.createElement('button')
  reload.type = 'button'
  reload.textContent = 'Reload'
  reload.addEventListener('click', () => location.reload())
  box.append(title, words, reason, reload)
  root.replaceChildren(box)
  if (unattended) setTimeout(() => location.reload(), minute)
}
