import { showStuckDoor } from './app/stuck-door.ts'
import { paths } from './paths.ts'

/**
 * Two front doors. The wall display runs for months on small machines, so it is started without the console's kit,
 * router and pages: scripts/check-sizes.mjs holds it to its budget.
 */
const root = document.getElementById('root')
if (root) {
  const onWall = location.pathname.replace(/\/+$/, '') === paths.wall
  const door = onWall
    ? import('./app/wall.tsx').then(wall => wall.startWall(root))
    : import('./app/console.tsx').then(console => console.startConsole(root))
  door.catch((error: unknown) => showStuckDoor(root, error, onWall))
}
