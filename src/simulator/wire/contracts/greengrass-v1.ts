import { flag, header, list, map, oneOf, operation, structure, text } from '../contract.ts'

const groupVersion = structure({
  ConnectorDefinitionVersionArn: text(),
  CoreDefinitionVersionArn: text(),
  DeviceDefinitionVersionArn: text(),
  FunctionDefinitionVersionArn: text(),
  LoggerDefinitionVersionArn: text(),
  ResourceDefinitionVersionArn: text(),
  SubscriptionDefinitionVersionArn: text(),
})
const tags = map(text(), text())

/** What is left of AWS IoT Greengrass V1, API version 2017-06-07. */
export const greengrassV1Contract = {
  CreateDeployment: operation('POST /greengrass/groups/{GroupId}/deployments', {
    path: { GroupId: text() },
    body: {
      DeploymentId: text(),
      DeploymentType: oneOf('NewDeployment', 'Redeployment', 'ResetDeployment', 'ForceResetDeployment'),
      GroupVersionId: text(),
    },
    headers: { AmznClientToken: header('X-Amzn-Client-Token', text()) },
    required: ['DeploymentType'],
  }),
  CreateGroup: operation('POST /greengrass/groups', {
    body: { InitialVersion: groupVersion, Name: text(), tags },
    headers: { AmznClientToken: header('X-Amzn-Client-Token', text()) },
    required: ['Name'],
  }),
  CreateGroupVersion: operation('POST /greengrass/groups/{GroupId}/versions', {
    path: { GroupId: text() },
    body: {
      ConnectorDefinitionVersionArn: text(),
      CoreDefinitionVersionArn: text(),
      DeviceDefinitionVersionArn: text(),
      FunctionDefinitionVersionArn: text(),
      LoggerDefinitionVersionArn: text(),
      ResourceDefinitionVersionArn: text(),
      SubscriptionDefinitionVersionArn: text(),
    },
    headers: { AmznClientToken: header('X-Amzn-Client-Token', text()) },
  }),
  GetAssociatedRole: operation('GET /greengrass/groups/{GroupId}/role', { path: { GroupId: text() } }),
  GetCoreDefinitionVersion: operation(
    'GET /greengrass/definition/cores/{CoreDefinitionId}/versions/{CoreDefinitionVersionId}',
    { path: { CoreDefinitionId: text(), CoreDefinitionVersionId: text() } },
  ),
  GetDeploymentStatus: operation('GET /greengrass/groups/{GroupId}/deployments/{DeploymentId}/status', {
    path: { DeploymentId: text(), GroupId: text() },
  }),
  GetDeviceDefinitionVersion: operation(
    'GET /greengrass/definition/devices/{DeviceDefinitionId}/versions/{DeviceDefinitionVersionId}',
    { path: { DeviceDefinitionId: text(), DeviceDefinitionVersionId: text() }, query: { NextToken: text() } },
  ),
  GetFunctionDefinitionVersion: operation(
    'GET /greengrass/definition/functions/{FunctionDefinitionId}/versions/{FunctionDefinitionVersionId}',
    {
      path: { FunctionDefinitionId: text(), FunctionDefinitionVersionId: text() },
      query: { NextToken: text() },
    },
  ),
  GetGroup: operation('GET /greengrass/groups/{GroupId}', { path: { GroupId: text() } }),
  GetGroupVersion: operation('GET /greengrass/groups/{GroupId}/versions/{GroupVersionId}', {
    path: { GroupId: text(), GroupVersionId: text() },
  }),
  GetSubscriptionDefinitionVersion: operation(
    'GET /greengrass/definition/subscriptions/{SubscriptionDefinitionId}/versions/{SubscriptionDefinitionVersionId}',
    {
      path: { SubscriptionDefinitionId: text(), SubscriptionDefinitionVersionId: text() },
      query: { NextToken: text() },
    },
  ),
  ListCoreDefinitionVersions: operation('GET /greengrass/definition/cores/{CoreDefinitionId}/versions', {
    path: { CoreDefinitionId: text() },
    query: { MaxResults: text(), NextToken: text() },
  }),
  ListDeployments: operation('GET /greengrass/groups/{GroupId}/deployments', {
    path: { GroupId: text() },
    query: { MaxResults: text(), NextToken: text() },
  }),
  ListGroupVersions: operation('GET /greengrass/groups/{GroupId}/versions', {
    path: { GroupId: text() },
    query: { MaxResults: text(), NextToken: text() },
  }),
  ListGroups: operation('GET /greengrass/groups', { query: { MaxResults: text(), NextToken: text() } }),
  ResetDeployments: operation('POST /greengrass/groups/{GroupId}/deployments/$reset', {
    path: { GroupId: text() },
    body: { Force: flag },
    headers: { AmznClientToken: header('X-Amzn-Client-Token', text()) },
  }),
  // The tag calls share their path with V2; the ARN tells which generation is meant.
  ListTagsForResource: operation('GET /tags/{ResourceArn}', { path: { ResourceArn: text() } }),
  TagResource: operation('POST /tags/{ResourceArn}', {
    status: 204,
    path: { ResourceArn: text() },
    body: { tags },
  }),
  UntagResource: operation('DELETE /tags/{ResourceArn}', {
    status: 204,
    path: { ResourceArn: text() },
    query: { tagKeys: list(text()) },
    required: ['tagKeys'],
  }),
}
