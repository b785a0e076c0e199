/** The components that are a nucleus: of the classic runtime and of nucleus lite. */
export const nucleusNames: readonly string[] = ['aws.greengrass.Nucleus', 'aws.greengrass.NucleusLite']

/** The nucleus of a runtime as core devices report it; devices too old to say run the classic one. */
export function nucleusFor(runtime: string | undefined): string {
  return runtime === 'aws_nucleus_lite' ? 'aws.greengrass.NucleusLite' : 'aws.greengrass.Nucleus'
}

/** `2.12` of `2.12.3`. */
export const minorOf = (version: string): string => version.split('.').slice(0, 2).join('.')
