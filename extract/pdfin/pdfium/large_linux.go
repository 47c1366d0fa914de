package pdfium

import "golang.org/x/sys/unix"

// inLarge asks for memory in large pages: to touch a small one for the first time takes
// longer than PDFium works on it. A system that has none gives small ones.
func inLarge(all []byte) { _ = unix.Madvise(all, unix.MADV_HUGEPAGE) }
