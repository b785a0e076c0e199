import { installedConfig } from './app/load-config.ts'
import { showStuckDoor } from './app/stuck-door.ts'
import { paths } from './paths.ts'
import { preloadEditor } from './ui/editor/load-editor.ts'

/**
 * Two front doors. The wall display runs for months on small machines, so it is started without the console's kit,
 * router and pages: scripts/check-sizes.mjs holds it to its budget.
 */
const doors = {
  wall: (root: HTMLElement) => import('./app/wall.tsx').then(wall => wall.startWall(root)),
  console: (root: HTMLElement) => import('./app/console.tsx').then(console => console.startConsole(root)),
}

// The first thing that every door waits for. A failure comes up there.
installedConfig().catch(() => undefined)

const root = document.getElementById('root')
if (root) {
  const path = location.pathname.replace(/\/+$/, '')
  const onWall = path === paths.wall
  if (path === paths.componentNew) {
    preloadEditor()
    // What fails here is met again, and told, when the page opens the editor itself.
    import('./app/early-editor.ts').then(early => early.openEarlyEditor()).catch(() => undefined)
  }
  // Chosen by name: where two imports are the branches of one expression, the build's minifier folds them together
  // before the lists of their style sheets are filled in, and one door opens with the other's styles.
  const open = doors[onWall ? 'wall' : 'console']
  open(root).catch((error: unknown) => showStuckDoor(root, error, onWall))
}
