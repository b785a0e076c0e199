import Button from '@cloudscape-design/components/button'
import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar'
import { type PostedNotification, useNotificationStore } from '#src/ui/notifications.tsx'

export function NotificationBar({ posted }: { posted: readonly PostedNotification[] }) {
  const store = useNotificationStore()
  return (
    <Flashbar
      stackItems
      items={posted.map(note => flash(note, () => store.dismiss(note.id)))}
      i18nStrings={{
        ariaLabel: 'Notifications',
        notificationBarAriaLabel: 'All notifications',
        notificationBarText: 'Notifications',
        errorIconAriaLabel: 'Error',
        warningIconAriaLabel: 'Warning',
        successIconAriaLabel: 'Success',
        infoIconAriaLabel: 'Information',
        inProgressIconAriaLabel: 'In progress',
      }}
    />
  )
}

function flash(note: PostedNotification, dismiss: () => void): FlashbarProps.MessageDefinition {
  return {
    id: note.id,
    type: note.type === 'in-progress' ? 'info' : note.type,
    loading: note.type === 'in-progress',
    header: note.header,
    content: note.content,
    dismissible: true,
    dismissLabel: `Dismiss: ${note.header}`,
    onDismiss: dismiss,
    ...(note.spoken ? {} : { ariaRole: note.type === 'error' ? 'alert' : 'status' }),
    action: note.retry ? (
      <Button
        onClick={() => {
          dismiss()
          note.retry?.()
        }}
      >
        Retry
      </Button>
    ) : note.action ? (
      <Button onClick={() => note.action?.run()}>{note.action.text}</Button>
    ) : note.link ? (
      <Button href={note.link.href} onClick={dismiss}>
        {note.link.text}
      </Button>
    ) : undefined,
  }
}
