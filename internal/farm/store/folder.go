package store

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"ziping/extract"
	"ziping/internal/farm"
)

// shared is a folder that all machines see.
type shared struct{ root *os.Root }

func openFolder(dir string) (Store, error) {
	root, err := os.OpenRoot(filepath.FromSlash(dir))
	if err != nil {
		return nil, &farm.Problem{
			Message: extract.Text{ZH: "存储文件夹 " + dir + " 打不开", EN: "the folder " + dir + " of the store cannot be opened"},
			Hint:    extract.Text{ZH: "请检查共享文件夹是否已挂载、路径是否与其他机器相同", EN: "check that the share is mounted, under the path that it has on the other machines"}, Err: err,
		}
	}
	return &shared{root}, nil
}

// Put writes beside the name and then takes it, so that nobody reads half; of two who do
// so at once the second replaces the same bytes.
func (s *shared) Put(_ context.Context, name string, data []byte) error {
	if info, err := s.root.Lstat(name); err == nil && info.Size() == int64(len(data)) {
		return nil
	}
	if err := s.root.MkdirAll(path.Dir(name), 0o777); err != nil {
		return err
	}
	mark := make([]byte, 8)
	_, _ = rand.Read(mark) // never fails
	tmp := name + "." + hex.EncodeToString(mark) + ".tmp"
	f, err := s.root.OpenFile(tmp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = s.root.Rename(tmp, name)
	}
	if err != nil {
		s.root.Remove(tmp)
	}
	return err
}

// Get reads a file.
func (s *shared) Get(_ context.Context, name string) ([]byte, error) {
	data, err := s.root.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, ErrNone
	}
	return data, err
}
