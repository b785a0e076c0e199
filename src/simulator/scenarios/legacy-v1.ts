import { addV1Definition, addV1Deployment, addV1Group, addV1GroupVersion } from '../world/greengrass-v1.ts'
import { day, type Timeline } from './timeline.ts'

/** What is left of Greengrass V1: one group that was deployed, and one that never could be. */
export function buildLegacy(timeline: Timeline): void {
  timeline.ago(380 * day, ({ world }) => {
    const core = addV1Definition(world, 'cores', {
      Cores: [
        {
          Id: 'bakery-core',
          ThingArn: world.thingArn('legacy-bakery-core'),
          CertificateArn: `arn:aws:iot:${world.region}:${world.account}:cert/5f1e`,
          SyncShadow: false,
        },
      ],
    })
    const bakery = addV1Group(world, 'legacy-bakery', { site: 'harbor' })
    const version = addV1GroupVersion(world, bakery, { CoreDefinitionVersionArn: core.arn })
    bakery.roleArn = `arn:aws:iam::${world.account}:role/Greengrass_V1_GroupRole`
    bakery.roleAssociated = world.time
    addV1Deployment(world, bakery, { type: 'NewDeployment', groupVersion: version.id })

    const coreless = addV1Group(world, 'legacy-test')
    const empty = addV1GroupVersion(world, coreless, {})
    addV1Deployment(world, coreless, {
      type: 'NewDeployment',
      groupVersion: empty.id,
      failure: 'The group version has no core: nothing can be deployed.',
    })
  })
}
