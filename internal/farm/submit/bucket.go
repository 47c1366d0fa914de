package submit

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"ziping/internal/farm/store"
)

// fetch brings the objects of a bucket into a folder, as ziping reads files, and returns
// the name of the folder in it.
func (r *run) fetch(ctx context.Context, where, scratch string) (string, error) {
	b, err := store.OpenInputs(where)
	if err != nil {
		return "", err
	}
	base := "s3"
	if trimmed := strings.Trim(b.Prefix, "/"); trimmed != "" {
		base = trimmed[strings.LastIndexByte(trimmed, '/')+1:]
	}
	if err := os.Mkdir(filepath.Join(scratch, base), 0o700); err != nil {
		return "", err
	}
	root, err := os.OpenRoot(filepath.Join(scratch, base))
	if err != nil {
		return "", err
	}
	defer root.Close()
	r.objects = map[string]string{}
	same := b.SameBucket(r.o.Store)
	return base, b.Each(ctx, func(o store.Object) error {
		rel := strings.TrimLeft(strings.TrimPrefix(o.Name, b.Prefix), "/")
		if rel == "" || !filepath.IsLocal(filepath.FromSlash(rel)) {
			return nil
		}
		data, err := b.Get(ctx, o.Name)
		if err != nil {
			return err
		}
		if err := root.MkdirAll(filepath.Dir(filepath.FromSlash(rel)), 0o700); err != nil {
			return err
		}
		if same {
			r.objects[base+"/"+rel] = o.Name
		}
		return root.WriteFile(filepath.FromSlash(rel), data, 0o600)
	})
}
