// The package ships no types for the parts behind its public interface; these are all that is used of them.

declare module 'monaco-editor/editor/standalone/browser/standaloneServices' {
  export const StandaloneServices: { get<Service>(id: ServiceId<Service>): Service }
  interface ServiceId<Service> {
    readonly service?: Service
  }
}

declare module 'monaco-editor/platform/storage/common/storage' {
  interface Storage {
    store(key: string, value: boolean, scope: number, target: number): void
  }
  export const IStorageService: { readonly service?: Storage }
}

declare module 'monaco-editor/editor/common/model' {
  export interface ITextModel {
    readonly tokenization: { forceTokenization(lineNumber: number): void }
  }
}
