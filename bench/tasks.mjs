/**
 * CPU milliseconds of each task of a page's main thread while `work` runs, by Chromium's tracing. Unlike long tasks by
 * the clock they do not depend on what else the machine is busy with.
 */
export async function tasksOf(page, work) {
  const session = await page.context().newCDPSession(page)
  const events = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    categories: 'toplevel,blink.user_timing',
  })
  // Tells which of all the threads is the page's.
  await page.evaluate(() => performance.mark('tasks-begin'))
  await work()
  await page.evaluate(() => performance.mark('tasks-end'))
  const complete = new Promise(resolve => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await complete
  await session.detach()
  const mark = name => events.find(event => event.name === name)
  const [begin, end] = [mark('tasks-begin'), mark('tasks-end')]
  if (!begin || !end) throw new Error('The trace lacks its marks')
  const tasks = events.filter(
    event =>
      event.ph === 'X' &&
      /RunTask$/.test(event.name) &&
      event.pid === begin.pid &&
      event.tid === begin.tid &&
      event.ts >= begin.ts &&
      event.ts <= end.ts,
  )
  // What this very measuring asks of the page (locators, evaluations) is no work of the page's own.
  const asked = events.filter(
    event => event.args?.chrome_mojo_event_info?.mojo_interface_tag === 'blink.mojom.DevToolsSession',
  )
  const ours = task =>
    asked.some(
      event =>
        event.pid === task.pid &&
        event.tid === task.tid &&
        event.ts >= task.ts &&
        event.ts <= task.ts + task.dur,
    )
  if (tasks.length === 0) throw new Error('The trace holds no tasks')
  return tasks.filter(task => !ours(task)).map(event => (event.tdur ?? event.dur) / 1000)
}
