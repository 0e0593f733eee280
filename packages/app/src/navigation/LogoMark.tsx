/** The shop's sign: a lantern. Decorative; the name stands beside it. */
export const LogoMark = () => (
  <svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 32 32"
    aria-hidden="true"
    focusable="false"
  >
    <rect width="32" height="32" rx="7" fill="#12343b" />
    <path
      d="M12.5 8.5a3.5 3.5 0 0 1 7 0"
      fill="none"
      stroke="#f6c667"
      strokeWidth="1.6"
    />
    <path d="M10.5 9.5h11l-1.6 3h-7.8z" fill="#f6c667" />
    <path d="M11.2 13.5h9.6v9.2h-9.6z" fill="#fdf3d8" />
    <path
      d="M16 14.8c2.4 2.7 2.6 5.9 0 7-2.6-1.1-2.4-4.3 0-7z"
      fill="#e2711d"
    />
    <path d="M10.5 23.5h11v2h-11z" fill="#f6c667" />
  </svg>
);
