package store

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"

	"ziping/extract"
	"ziping/internal/farm"
)

// bucket is a bucket of anything that speaks S3.
type bucket struct {
	c    *minio.Client
	name string
}

func openS3(u *url.URL) (*bucket, error) {
	endpoint, secure := u.Query().Get("endpoint"), true
	if endpoint == "" {
		endpoint = "https://s3.amazonaws.com"
	}
	if rest, plain := strings.CutPrefix(endpoint, "http://"); plain {
		endpoint, secure = rest, false
	}
	keys := credentials.NewChainCredentials([]credentials.Provider{
		&credentials.EnvAWS{}, &credentials.EnvMinio{}, &credentials.FileAWSCredentials{}, &credentials.IAM{},
	})
	c, err := minio.New(strings.TrimSuffix(strings.TrimPrefix(endpoint, "https://"), "/"), &minio.Options{Creds: keys, Secure: secure, Region: u.Query().Get("region"), MaxRetries: 3})
	if err != nil {
		return nil, explainS3(u.Host, err)
	}
	return &bucket{c, u.Host}, nil
}

// Put stores an object that is not there: one that is there is left as it is.
func (b *bucket) Put(ctx context.Context, name string, data []byte) error {
	o := minio.PutObjectOptions{ContentType: "application/octet-stream", DisableMultipart: true}
	o.SetMatchETagExcept("*")
	_, err := b.c.PutObject(ctx, b.name, name, bytes.NewReader(data), int64(len(data)), o)
	if r := minio.ToErrorResponse(err); r.StatusCode == http.StatusPreconditionFailed {
		return nil
	}
	return explainS3(b.name, err)
}

// Get reads an object.
func (b *bucket) Get(ctx context.Context, name string) ([]byte, error) {
	o, err := b.c.GetObject(ctx, b.name, name, minio.GetObjectOptions{})
	if err != nil {
		return nil, explainS3(b.name, err)
	}
	defer func() { _ = o.Close() }() // it was read
	data, err := io.ReadAll(o)
	if minio.ToErrorResponse(err).Code == minio.NoSuchKey {
		return nil, ErrNone
	}
	return data, explainS3(b.name, err)
}

// Object is one of a bucket's objects.
type Object struct {
	Name string
	Size int64
}

// Bucket is a bucket whose objects are inputs.
type Bucket struct {
	*bucket
	Prefix string // of their names, as the user gave it
}

// OpenInputs opens s3://bucket/prefix?endpoint=… for its inputs.
func OpenInputs(where string) (*Bucket, error) {
	u, err := url.Parse(where)
	if err != nil || u.Host == "" {
		return nil, &farm.Problem{
			Message: extract.Text{ZH: where + " 不是 S3 的地址", EN: where + " is no address of S3"},
			Hint:    extract.Text{ZH: "例如 s3://桶/前缀?endpoint=https://主机:9000", EN: "for example s3://bucket/prefix?endpoint=https://host:9000"}, Err: err,
		}
	}
	b, err := openS3(u)
	if err != nil {
		return nil, err
	}
	return &Bucket{b, strings.TrimPrefix(u.Path, "/")}, nil
}

// Each hands on the objects below the prefix in the order of their names.
func (b *Bucket) Each(ctx context.Context, do func(Object) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	for o := range b.c.ListObjects(ctx, b.name, minio.ListObjectsOptions{Prefix: b.Prefix, Recursive: true}) {
		if o.Err != nil {
			return explainS3(b.name, o.Err)
		}
		if strings.HasPrefix(o.Key, Prefix) || strings.HasSuffix(o.Key, "/") {
			continue
		}
		if err := do(Object{o.Key, o.Size}); err != nil {
			return err
		}
	}
	return nil
}

// SameBucket reports whether a store is in the bucket that the inputs lie in.
func (b *Bucket) SameBucket(where string) bool {
	u, err := url.Parse(where)
	return err == nil && u.Scheme == s3 && u.Host == b.name
}

func explainS3(bucket string, err error) error {
	if err == nil {
		return nil
	}
	r := minio.ToErrorResponse(err)
	problem := func(zh, en, hintZH, hintEN string) error {
		return &farm.Problem{Message: extract.Text{ZH: zh, EN: en}, Hint: extract.Text{ZH: hintZH, EN: hintEN}, Err: err}
	}
	switch {
	case errors.Is(err, context.Canceled):
		return err
	case r.StatusCode == http.StatusForbidden, r.Code == minio.AccessDenied, r.Code == "InvalidAccessKeyId", r.Code == "SignatureDoesNotMatch":
		return problem("S3 的桶 "+bucket+" 不接受所给的密钥", "the bucket "+bucket+" does not accept these keys",
			"请检查 AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY 和桶的权限", "check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and what they may do with the bucket")
	case r.Code == minio.NoSuchBucket:
		return problem("没有 S3 的桶 "+bucket, "there is no bucket "+bucket, "请检查名称和 endpoint，或先建立", "check its name and the endpoint, or make it first")
	case r.StatusCode == http.StatusInsufficientStorage, r.Code == "XMinioStorageFull", r.Code == "QuotaExceeded", strings.Contains(r.Code, "QuotaExceeded"):
		return problem("S3 的桶 "+bucket+" 已满", "the bucket "+bucket+" is full", "请腾出空间或放宽配额；没有丢失任何东西，之后会继续", "free space or raise the quota; nothing is lost, and work goes on then")
	case r.StatusCode == 0 || r.Code == "":
		return problem("S3 没有应答："+bucket+"："+err.Error(), "S3 does not answer: "+bucket+": "+err.Error(), "请检查 endpoint 和网络", "check the endpoint and the network")
	}
	return problem("S3 的桶 "+bucket+" 报告："+err.Error(), "the bucket "+bucket+" says: "+err.Error(), "请查看对象存储的日志", "look at the log of the object store")
}
