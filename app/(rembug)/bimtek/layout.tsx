import '../../styles/rooms/hall.css';
import '../../styles/rooms/manage.css';
import type { ReactNode } from 'react';

export default function Layout({ children }: { children: ReactNode }) {
  return children;
}
