import { type Guide, list, map, object, text, choice } from './guide.ts'

/** IPC services that ask for an authorisation, with their operations and what a resource is. */
const services: Record<string, { doc: string; operations: Record<string, string>; resource: string }> = {
  'aws.greengrass.ipc.pubsub': {
    doc: 'Messages between components of the device.',
    operations: {
      'aws.greengrass#PublishToTopic': 'Send to local topics.',
      'aws.greengrass#SubscribeToTopic': 'Receive from local topics.',
    },
    resource: 'Local topic.',
  },
  'aws.greengrass.ipc.mqttproxy': {
    doc: 'MQTT messages to and from AWS IoT Core.',
    operations: {
      'aws.greengrass#PublishToIoTCore': 'Send to topics of AWS IoT Core.',
      'aws.greengrass#SubscribeToIoTCore': 'Receive from topics of AWS IoT Core.',
    },
    resource: 'MQTT topic or topic filter.',
  },
  'aws.greengrass.SecretManager': {
    doc: 'Secrets that the secret manager component keeps on the device.',
    operations: { 'aws.greengrass#GetSecretValue': 'Read secrets.' },
    resource: 'ARN of a secret.',
  },
  'aws.greengrass.ShadowManager': {
    doc: 'Shadows that the shadow manager component keeps on the device.',
    operations: {
      'aws.greengrass#GetThingShadow': 'Read shadows.',
      'aws.greengrass#UpdateThingShadow': 'Change shadows.',
      'aws.greengrass#DeleteThingShadow': 'Delete shadows.',
      'aws.greengrass#ListNamedShadowsForThing': 'List the named shadows of a thing.',
    },
    resource: '$aws/things/THING/shadow or $aws/things/THING/shadow/name/NAME.',
  },
}

const policies = (service: (typeof services)[string]): Guide =>
  map(
    service.doc,
    object('A policy. Its id must be unique on the device.', {
      policyDescription: text('What the policy is for.'),
      operations: list('What is allowed.', choice('An operation.', { ...service.operations, '*': 'All.' })),
      resources: list('On what it is allowed.', text(service.resource, { choices: { '*': 'Everything.' } })),
    }),
    'com.example.Component:service:1',
  )

/** https://docs.aws.amazon.com/greengrass/v2/developerguide/interprocess-communication.html */
export const accessControlGuide: Guide = map(
  'What the component may do through interprocess communication, by service.',
  policies({ doc: 'Policies of a service.', operations: {}, resource: 'A resource.' }),
  'aws.greengrass.ipc.pubsub',
  Object.fromEntries(Object.entries(services).map(([name, service]) => [name, policies(service)])),
)
