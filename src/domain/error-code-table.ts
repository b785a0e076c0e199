/**
 * Error codes of deployments, by error type. A line is `CODE class | headline | more | remedy`; classes are R retry,
 * F definition, D device, S AWS, - none; `*` marks a link of a chain that a deeper code explains.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/troubleshooting-deployment.html
 */
export const errorCodeTable = `
# GENERIC
DEPLOYMENT_FAILURE S* | The deployment failed | Alone, it stands for an exception that nobody expected. | Read greengrass.log on the device, and look for a newer nucleus.
DEPLOYMENT_REJECTED F* | The device refused the deployment | | Read the code that follows it.
REJECTED_STALE_DEPLOYMENT - | The device already has a newer deployment of this target | | Nothing needs to be done; see that the newer one succeeded.
DEPLOYMENT_INTERRUPTED R | The nucleus stopped in the middle of the deployment | | Deploy again. Look for power cuts, restarts by hand, and processes ended for lack of memory.
ARTIFACT_DOWNLOAD_ERROR F* | An artifact could not be downloaded | | Read the code that follows it.
NO_AVAILABLE_COMPONENT_VERSION F | No component version meets all requirements | The requirements of all deployments on the device count together. | Compare the versions that each deployment and each dependency asks for, and align them.
COMPONENT_PACKAGE_LOADING_ERROR F* | A component's recipe or files could not be processed | | Read the code that follows it.
CLOUD_API_ERROR R* | A call from the device to AWS failed | | Read the code that follows it.
IO_ERROR D* | The device had trouble with a file | | Read the code that follows it.
COMPONENT_UPDATE_ERROR F* | A component did not come up with the new version or configuration | | See which component is BROKEN or ERRORED, and read its log.

# PERMISSION_ERROR
ACCESS_DENIED F* | AWS refused a call of the device | | The code that follows it names the call.
GET_DEPLOYMENT_CONFIGURATION_ACCESS_DENIED F | The device may not download the large deployment document | | Allow greengrass:GetDeploymentConfiguration in the device's IoT policy.
GET_COMPONENT_VERSION_ARTIFACT_ACCESS_DENIED F | The device may not get artifacts of AWS's components | | Allow greengrass:GetComponentVersionArtifact in the device's IoT policy.
RESOLVE_COMPONENT_CANDIDATES_ACCESS_DENIED F | The device may not look up component versions | | Allow greengrass:ResolveComponentCandidates in the device's IoT policy.
GET_ECR_CREDENTIAL_ERROR F | The device got no login for the private ECR registry | | Allow ecr:GetAuthorizationToken and pulling in the token exchange role.
USER_NOT_AUTHORIZED_FOR_DOCKER D | The system user may not use Docker | | Run the nucleus as root, or add its user to the group docker.
S3_ACCESS_DENIED F* | S3 refused the device access to an artifact | | Check the bucket policy, the KMS key and the token exchange role.
S3_HEAD_OBJECT_ACCESS_DENIED F | The device may not read an artifact in S3, or it is not there | S3 answers the same to both. | Allow s3:GetObject on the artifact in the token exchange role, and see that the key exists.
S3_GET_BUCKET_LOCATION_ACCESS_DENIED F | The device may not ask for the bucket's Region | | Allow s3:GetBucketLocation in the token exchange role.
S3_GET_OBJECT_ACCESS_DENIED F | The device may not download an artifact from S3, or it is not there | S3 answers the same to both. | Allow s3:GetObject (and kms:Decrypt, if it is encrypted with a key of your own), and see that the key exists.
MISSING_MQTT_CONNECT_POLICY F | The IoT policy forbids the connection that tries out the new endpoint | | Allow iot:Connect for client ids that begin with the thing's name.
CREDENTIAL_ENDPOINT_AUTH_FAILURE F | The new endpoint gave the device no credentials | | Check role alias, certificate and iot:AssumeRoleWithCertificate in the account and Region it moves to.

# REQUEST_ERROR
NUCLEUS_MISSING_REQUIRED_CAPABILITIES F | The nucleus is too old for this deployment | It lacks a feature such as large configurations, resource limits or sub-deployments. | Deploy a newer nucleus to the device first.
COMPONENT_CIRCULAR_DEPENDENCY_ERROR F | Dependencies form a loop | | Break the loop in the recipes.
UNAUTHORIZED_NUCLEUS_MINOR_VERSION_UPDATE F | A dependency would raise the nucleus to a new minor version | Greengrass does that only if the deployment names the nucleus. | Add aws.greengrass.Nucleus in the wanted version to the deployment.
MISSING_DOCKER_APPLICATION_MANAGER F | A Docker image is to be pulled, but the Docker application manager is missing | | Add aws.greengrass.DockerApplicationManager to the deployment or to the recipe's dependencies.
MISSING_TOKEN_EXCHANGE_SERVICE F | A private image is to be pulled, but the token exchange service is missing | | Add aws.greengrass.TokenExchangeService to the recipe's dependencies.
COMPONENT_VERSION_REQUIREMENTS_NOT_MET F | Version requirements contradict each other, or the version does not exist | | Compare the versions that each deployment and each dependency asks for; publish or name a version that fits.
MULTIPLE_NUCLEUS_RESOLVED_ERROR F | More than one nucleus would be installed | | Keep one nucleus, classic or lite, in the deployment.
THROTTLING_ERROR R | AWS asked the device to slow down | | Deploy again, with fewer devices per minute.
CONFLICTED_REQUEST R | Two operations on the same thing met | | Deploy again.
RESOURCE_NOT_FOUND F | Something that the device asked AWS for does not exist | | The device's log names it: a component, a deployment or a role alias.
RUN_WITH_CONFIG_NOT_VALID F | The user to run a component as is wrong, or the device does not have it | | Correct runWith in the deployment, or create the user on the device.
UNSUPPORTED_REGION F | The device is configured for a Region that does not exist or has no Greengrass | | Correct awsRegion in the configuration of the nucleus.
IOT_CRED_ENDPOINT_NOT_VALID F | The credentials endpoint in the device's configuration is malformed | | Correct iotCredEndpoint in the configuration of the nucleus.
IOT_CRED_ENDPOINT_FORMAT_NOT_VALID F | The credentials endpoint in the device's configuration is malformed | | Correct iotCredEndpoint in the configuration of the nucleus.
IOT_DATA_ENDPOINT_NOT_VALID F | The data endpoint in the device's configuration is malformed | | Correct iotDataEndpoint in the configuration of the nucleus.
IOT_DATA_ENDPOINT_FORMAT_NOT_VALID F | The data endpoint in the device's configuration is malformed | | Correct iotDataEndpoint in the configuration of the nucleus.
S3_HEAD_OBJECT_RESOURCE_NOT_FOUND F | An artifact is not in S3 | | Upload the file, or correct its URI in a new component version.
S3_GET_BUCKET_LOCATION_RESOURCE_NOT_FOUND F | The bucket of an artifact does not exist | | Create the bucket, or correct the URI in a new component version.
S3_GET_OBJECT_RESOURCE_NOT_FOUND F | An artifact is no longer in S3 | | Upload the file, or correct its URI in a new component version.
IO_MAPPING_ERROR F | The deployment document or a recipe is not well-formed | | Check the recipe and the configuration to merge.

# COMPONENT_RECIPE_ERROR
RECIPE_PARSE_ERROR F | A recipe could not be read | | Check the recipe and publish a new version.
RECIPE_METADATA_PARSE_ERROR S | What came along with a recipe could not be read | | Contact AWS support.
ARTIFACT_URI_NOT_VALID F | The URI of an artifact is malformed | | Correct it in a new component version.
S3_ARTIFACT_URI_NOT_VALID F | The S3 URI of an artifact is not s3://bucket/key | | Correct it in a new component version.
DOCKER_ARTIFACT_URI_NOT_VALID F | The URI of a Docker image is malformed | | Correct registry, image, tag or digest in a new component version.
EMPTY_ARTIFACT_URI F | An artifact has no URI | | Add it in a new component version.
EMPTY_ARTIFACT_SCHEME F | The URI of an artifact has no scheme | | Put s3:// or docker: before it in a new component version.
UNSUPPORTED_ARTIFACT_SCHEME F | The nucleus does not know the scheme of an artifact's URI | | Use s3:// or docker:, or update the nucleus.
RECIPE_MISSING_MANIFEST F | A recipe has no manifest | | Add one in a new component version.
RECIPE_MISSING_ARTIFACT_HASH_ALGORITHM F | An artifact has no hash algorithm | | Publish the component through Greengrass, which adds it.
ARTIFACT_CHECKSUM_MISMATCH F | An artifact is not the file that was published | Most likely it was overwritten in S3. | Publish a new component version; never overwrite the files of a published one.
COMPONENT_DEPENDENCY_NOT_VALID F | A dependency has an unknown type | | Use HARD or SOFT.
CONFIG_INTERPOLATE_ERROR F | A recipe variable could not be filled in | | Check its pointer and the name of the dependency.
COMPONENT_VERSION_NOT_VALID F | A component version is not a semantic version | | Correct the version.

# COMPONENT_ERROR
COMPONENT_BROKEN F | A component failed again and again until it was given up | After three errors in a row a component is BROKEN; only a deployment starts it again. | Read the component's log, put its script or configuration right, and deploy again.
REMOVE_COMPONENT_ERROR D | A component could not be removed | | Check its Shutdown step, and read its log.
COMPONENT_BOOTSTRAP_TIMEOUT F | The bootstrap step of a component took too long | It has 120 s unless the recipe says otherwise. | Raise Bootstrap.Timeout in the recipe.
COMPONENT_BOOTSTRAP_ERROR F | The bootstrap step of a component failed | | Put the script right; it must end with 0, 100 or 101.
COMPONENT_CONFIGURATION_NOT_VALID F | A component refused its new configuration | | Correct the configuration to merge.
CUSTOM_PLUGIN_NOT_SUPPORTED F | The nucleus takes no plugin of your own | | Use the component type aws.greengrass.generic.

# DEVICE_ERROR
IO_WRITE_ERROR D | The device could not write a file | | Check permissions, read-only mounts and the disk.
IO_READ_ERROR D | The device could not read a file | | Check permissions and the file system.
DISK_SPACE_CRITICAL D | The device's disk is full | Greengrass wants 20 MB free, and more for large artifacts. | Free space on the device, or lower componentStoreMaxSizeBytes of the nucleus.
IO_FILE_ATTRIBUTE_ERROR D | The device could not read the size of a file | | Check the file system.
SET_PERMISSION_ERROR D | The device could not set permissions on an artifact | | Check the owner and the type of the file system.
IO_UNZIP_ERROR D | An archive could not be unpacked | | Check that the ZIP file is whole, and the disk.
LOCAL_RECIPE_NOT_FOUND R | The device lost a recipe that it had saved | | Deploy again.
LOCAL_RECIPE_CORRUPTED D | A recipe on the device has changed since it was downloaded | | Delete the local copy and deploy again.
LOCAL_RECIPE_METADATA_NOT_FOUND R | The device lost what it had saved of a recipe | | Deploy again.
LAUNCH_DIRECTORY_CORRUPTED D | The nucleus's own launch folder was changed | | Restart the nucleus and deploy again.
HASHING_ALGORITHM_UNAVAILABLE D | The device's Java lacks the hash algorithm of an artifact | | Install a full Java runtime, or publish the component again.
DEVICE_CONFIG_NOT_VALID_FOR_ARTIFACT_DOWNLOAD D | The device's own settings keep it from downloading | | Check Region, role alias and proxy in the configuration of the nucleus.

# DEPENDENCY_ERROR
DOCKER_ERROR F* | A Docker image could not be pulled | | Read the code that follows it.
DOCKER_SERVICE_UNAVAILABLE R | The Docker registry could not be reached | | Check the Docker service on the device and the registry, and deploy again.
DOCKER_IMAGE_QUERY_ERROR D | Docker did not tell which images the device has | | Check the Docker service on the device.
DOCKER_LOGIN_ERROR F | The login to the Docker registry failed | | Check the credentials.
DOCKER_PULL_ERROR R | Pulling a Docker image broke off | | Check network and disk of the device, and deploy again.
DOCKER_IMAGE_NOT_VALID F | A Docker image or its tag does not exist | | Push the image, or correct the URI in a new component version.
S3_ERROR F* | S3 did not deliver an artifact | | Read the code that follows it.
S3_RESOURCE_NOT_FOUND F* | An artifact is not in S3 | | Upload the file, or correct its URI.
S3_BAD_REQUEST F | S3 did not understand the device's request | | Check the device's clock, the Region and the URI.

# HTTP_ERROR
HTTP_REQUEST_ERROR R | An HTTP request of the device failed | | Check the proxy, and deploy again.
DOWNLOAD_DEPLOYMENT_DOCUMENT_ERROR R | The device could not download the large deployment document | | Check that proxy and firewall let the device reach the host it is stored on.
GET_GREENGRASS_ARTIFACT_SIZE_ERROR R | The size of one of AWS's artifacts could not be asked for | | Check that proxy and firewall let the device reach S3.
DOWNLOAD_GREENGRASS_ARTIFACT_ERROR R | One of AWS's artifacts could not be downloaded | | Check that proxy and firewall let the device reach S3.

# NETWORK_ERROR
NETWORK_ERROR R | The device lost its connection | | Check the link, DNS and the firewall, and deploy again.
MQTT_CONNECTION_FAILED D | The device could not connect to the new endpoint | | Check the endpoint, ports 8883 and 443, and the certificates.
TLS_HANDSHAKE_FAILURE D | The device and the new endpoint do not trust each other | | Check the root CA, and that the certificate is registered in the account it moves to.

# SERVER_ERROR
SERVER_ERROR R | AWS answered with a server error | | Deploy again later.
S3_SERVER_ERROR R | S3 answered with a server error | | Deploy again later.
CREDENTIAL_ENDPOINT_SERVER_ERROR R | The credentials endpoint answered with a server error | | Deploy again later.

# NUCLEUS_ERROR
BAD_REQUEST S | AWS did not understand a call of the device | | The device's log names the call; update the nucleus.
NUCLEUS_VERSION_NOT_FOUND S | The nucleus does not know its own version | | Read the device's log; update or reinstall the nucleus.
NUCLEUS_RESTART_FAILURE D | The nucleus did not come back after a restart | | Read loader.log on the device, and see that the nucleus is a system service.
INSTALLED_COMPONENT_NOT_FOUND S | The nucleus does not find a component that is installed | | Update the nucleus.
COMPONENT_LOAD_FAILURE S | The nucleus could not load a component that is installed | | Read the device's log; update the nucleus.
DEPLOYMENT_DOCUMENT_NOT_VALID F* | The deployment document could not be used | | Read the code that follows it; create the deployment again.
EMPTY_DEPLOYMENT_REQUEST S | An empty deployment arrived at the device | | Create the deployment again; update the nucleus.
DEPLOYMENT_DOCUMENT_PARSE_ERROR S | The device could not read the deployment document | | Create the deployment again; update the nucleus.
COMPONENT_METADATA_NOT_VALID_IN_DEPLOYMENT F | A component in the deployment document could not be used | | Check names and versions; update the nucleus.

# CLOUD_SERVICE_ERROR
RESOLVE_COMPONENT_CANDIDATES_BAD_RESPONSE S | AWS answered the look-up of versions with something unusable | | Update the nucleus, or contact AWS support.
DEPLOYMENT_DOCUMENT_SIZE_EXCEEDED F | The deployment document is too large | | Make the configurations to merge smaller.
GREENGRASS_ARTIFACT_SIZE_NOT_FOUND S | The size of one of AWS's artifacts is not known | | Update the nucleus, or contact AWS support.

# UNKNOWN_ERROR
DEPLOYMENT_TYPE_NOT_VALID S | The nucleus does not know this kind of deployment | | Update the nucleus.
`
