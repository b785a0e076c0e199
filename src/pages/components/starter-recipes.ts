import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'

const yaml = `---
RecipeFormatVersion: '2020-01-25'
ComponentName: com.example.HelloWorld
ComponentVersion: '1.0.0'
ComponentDescription: Says hello at an interval that a deployment can change.
ComponentPublisher: Example

# What a deployment can change. New defaults of a later version do not
# overwrite what a device already has; only a reset or a merge does.
ComponentConfiguration:
  DefaultConfiguration:
    Message: Hello from Greengrass
    IntervalSeconds: '10'

# Other components this one needs, for example:
# ComponentDependencies:
#   aws.greengrass.TokenExchangeService:
#     VersionRequirement: ^2.0.0
#     DependencyType: HARD

# A device takes the first manifest whose platform matches.
Manifests:
  - Name: Linux
    Platform:
      os: linux
      runtime: '*'
    Lifecycle:
      run:
        Script: |-
          while true; do
            echo "{configuration:/Message}"
            sleep {configuration:/IntervalSeconds}
          done

    # Files to fetch before it is installed, for example:
    # Artifacts:
    #   - Uri: s3://my-bucket/hello.zip
    #     Unarchive: ZIP
`

const json = `{
  "RecipeFormatVersion": "2020-01-25",
  "ComponentName": "com.example.HelloWorld",
  "ComponentVersion": "1.0.0",
  "ComponentDescription": "Says hello at an interval that a deployment can change.",
  "ComponentPublisher": "Example",
  "ComponentConfiguration": {
    "DefaultConfiguration": {
      "Message": "Hello from Greengrass",
      "IntervalSeconds": "10"
    }
  },
  "Manifests": [
    {
      "Name": "Linux",
      "Platform": {
        "os": "linux",
        "runtime": "*"
      },
      "Lifecycle": {
        "run": {
          "Script": "while true; do\\n  echo \\"{configuration:/Message}\\"\\n  sleep {configuration:/IntervalSeconds}\\ndone"
        }
      }
    }
  ]
}
`

/** What the editor opens with when nothing is chosen: small, complete, and publishable as it is. */
export const starterRecipes: Readonly<Record<RecipeFormat, string>> = { YAML: yaml, JSON: json }
