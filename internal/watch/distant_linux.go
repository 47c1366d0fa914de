package watch

import (
	"slices"

	"golang.org/x/sys/unix"
)

// distantKinds are file systems on which others write whom this system does not see.
var distantKinds = []uint32{
	unix.NFS_SUPER_MAGIC, unix.SMB_SUPER_MAGIC, unix.SMB2_SUPER_MAGIC, unix.CIFS_SUPER_MAGIC, unix.FUSE_SUPER_MAGIC, unix.V9FS_MAGIC,
	unix.AFS_SUPER_MAGIC, unix.CODA_SUPER_MAGIC, unix.CEPH_SUPER_MAGIC, unix.NCP_SUPER_MAGIC,
	0x786f4256, // folders shared with a virtual machine
}

// distant reports a folder on a network drive.
func distant(dir string) bool {
	var s unix.Statfs_t
	return unix.Statfs(dir, &s) == nil && slices.Contains(distantKinds, uint32(s.Type))
}
