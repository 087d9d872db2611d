// The package ships no types; these are the parts of it that we use.
declare module 'govuk-frontend' {
  export type ComponentClass = abstract new (root: Element, config?: object) => object
  export const Button: ComponentClass
  export const CharacterCount: ComponentClass
  export const Checkboxes: ComponentClass
  export const ErrorSummary: ComponentClass
  export const FileUpload: ComponentClass
  export const NotificationBanner: ComponentClass
  export const PasswordInput: ComponentClass
  export const Radios: ComponentClass
  export const SkipLink: ComponentClass
  export const Tabs: ComponentClass
  export function isSupported(): boolean
  export function createAll(
    component: ComponentClass,
    config?: object,
    scope?: Document | Element,
  ): object[]
}
