import { matchPath, type RouteObject } from 'react-router'
import { paths } from '#src/paths.ts'
import { preloadEditor } from '#src/ui/editor/load-editor.ts'
import { PagePlaceholder } from './PagePlaceholder.tsx'
import { RouteError } from './RouteError.tsx'
import { Shell } from './Shell.tsx'

/** Every page of the console, each in a chunk of its own. The wall has a front door of its own (main.tsx). */
const pages: { path: string; load: () => Promise<React.ComponentType> }[] = [
  {
    path: paths.overview,
    load: async () => (await import('#src/pages/overview/OverviewPage.tsx')).OverviewPage,
  },
  {
    path: paths.coreDevices,
    load: async () => (await import('#src/pages/core-devices/CoreDevicesPage.tsx')).CoreDevicesPage,
  },
  {
    path: paths.coreDevice,
    load: async () => (await import('#src/pages/core-devices/CoreDevicePage.tsx')).CoreDevicePage,
  },
  {
    path: paths.clientDevices,
    load: async () => (await import('#src/pages/client-devices/ClientDevicesPage.tsx')).ClientDevicesPage,
  },
  {
    path: paths.components,
    load: async () => (await import('#src/pages/components/ComponentsPage.tsx')).ComponentsPage,
  },
  {
    path: paths.componentNew,
    load: async () => {
      // The heaviest part comes while the backend is still being started.
      preloadEditor()
      return (await import('#src/pages/components/NewComponentPage.tsx')).NewComponentPage
    },
  },
  {
    path: paths.componentRules,
    load: async () => (await import('#src/pages/components/RecipeRulesPage.tsx')).RecipeRulesPage,
  },
  {
    path: paths.component,
    load: async () => (await import('#src/pages/components/ComponentPage.tsx')).ComponentPage,
  },
  {
    path: paths.deployments,
    load: async () => (await import('#src/pages/deployments/DeploymentsPage.tsx')).DeploymentsPage,
  },
  {
    path: paths.deploymentNew,
    load: async () => (await import('#src/pages/deployments/NewDeploymentPage.tsx')).NewDeploymentPage,
  },
  {
    path: paths.deploymentsByDevice,
    load: async () =>
      (await import('#src/pages/deployments/DeploymentsByDevicePage.tsx')).DeploymentsByDevicePage,
  },
  {
    path: paths.deploymentsCleanUp,
    load: async () => (await import('#src/pages/deployments/CleanUpPage.tsx')).CleanUpPage,
  },
  {
    path: paths.deployment,
    load: async () => (await import('#src/pages/deployments/DeploymentPage.tsx')).DeploymentPage,
  },
  {
    path: paths.settings,
    load: async () => (await import('#src/pages/settings/SettingsPage.tsx')).SettingsPage,
  },
]

// The function form of `lazy`: with the object form, react-router drops the error of a chunk that does not load
// (callLoaderOrAction awaits a route's handler alone) and shows an empty page.
export const routes: RouteObject[] = [
  {
    Component: Shell,
    ErrorBoundary: RouteError,
    children: [
      ...pages.map(({ path, load }) => ({
        path,
        lazy: async () => ({ Component: await load() }),
        ErrorBoundary: RouteError,
        HydrateFallback: PagePlaceholder,
      })),
      {
        path: '*',
        lazy: async () => ({ Component: (await import('./NotFoundPage.tsx')).NotFoundPage }),
        ErrorBoundary: RouteError,
        HydrateFallback: PagePlaceholder,
      },
    ],
  },
]

/** Begins to fetch the script of the page at this address. What fails here comes up when the page is opened. */
export function preloadPage(pathname: string): void {
  const page = pages.find(({ path }) => matchPath(path, pathname))
  page?.load().catch(() => undefined)
}
