import { useEffect } from 'react'
import { useNavigate } from 'react-router'

/**
 * The kit's buttons, breadcrumbs and menus are plain anchors. One listener turns clicks on those that stay inside
 * the app into navigation without a reload; new tabs, downloads and other sites are left to the browser.
 */
export function useAppLinks() {
  const navigate = useNavigate()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0) return
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      const anchor = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (!(anchor instanceof HTMLAnchorElement)) return
      if ((anchor.target && anchor.target !== '_self') || anchor.hasAttribute('download')) return
      const url = new URL(anchor.href)
      if (url.origin !== window.location.origin || url.pathname === '/wall') return
      if (anchor.getAttribute('href')?.startsWith('#')) return
      event.preventDefault()
      void navigate(url.pathname + url.search + url.hash)
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [navigate])
}
