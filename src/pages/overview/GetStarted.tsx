import Button from '@cloudscape-design/components/button'
import { paths } from '#src/paths.ts'
import { CopyButton } from '#src/ui/CopyText.tsx'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { MeadowScene } from './MeadowScene.tsx'

interface GetStartedProps {
  region: string
  hasServiceRole: boolean | undefined
  writeRefused: string | undefined
}

/** The command of the Greengrass installer, as its documentation has it, for the Region on show. */
const installCommand = (region: string) =>
  [
    'sudo -E java -Droot="/greengrass/v2" -Dlog.store=FILE',
    '-jar ./GreengrassInstaller/lib/Greengrass.jar',
    `--aws-region ${region}`,
    '--thing-name MyGreengrassCore',
    '--thing-group-name MyGreengrassCoreGroup',
    '--component-default-user ggc_user:ggc_group',
    '--provision true --setup-system-service true',
  ].join(' \\\n  ')

/** A new account: nothing is wrong and nothing is there yet. Shows the way to a first device with a first component. */
export function GetStarted({ region, hasServiceRole, writeRefused }: GetStartedProps) {
  return (
    <section className="m-start" aria-labelledby="get-started">
      <div className="m-start-scene">
        <MeadowScene />
        <div className="m-start-words">
          <h2 id="get-started">An open field</h2>
          <p>
            There are no core devices and no deployments in this account and Region yet. Four steps lead to
            the first device that runs something of yours.
          </p>
        </div>
      </div>
      <ol className="m-start-steps">
        <li>
          <h3>Connect a core device</h3>
          <p>Run the Greengrass installer on it. The device shows up here after its first report.</p>
          <div className="meadow-policy">
            <pre>
              <code>{installCommand(region)}</code>
            </pre>
            <CopyButton text={installCommand(region)} label="Copy command" />
          </div>
        </li>
        <li>
          <h3>Write a component</h3>
          <p>
            A recipe says what to run, where its files are and what it needs. Meadow checks it as you type.
          </p>
          <WriteButton href={paths.componentNew} disabledReason={writeRefused}>
            New component
          </WriteButton>
        </li>
        <li>
          <h3>Deploy it</h3>
          <p>
            Choose a device or a thing group, set how fast it rolls out and when it stops, and watch it land.
          </p>
          <WriteButton href={paths.deploymentNew} disabledReason={writeRefused}>
            New deployment
          </WriteButton>
        </li>
        <li>
          <h3>Let client devices in</h3>
          <p>
            {hasServiceRole === true
              ? 'The account has its service role. Client devices can be associated as soon as there is a core device.'
              : 'Client devices find their core device with the help of a service role of the account.'}
          </p>
          <Button href={`${paths.settings}#service-role`}>Service role</Button>
        </li>
      </ol>
    </section>
  )
}
