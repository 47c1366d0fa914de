package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"github.com/spf13/cobra"

	"ziping/internal/farm/serve"
	"ziping/render/screen"
)

// serve is `ziping-farm serve`.
func (a *app) serve() *cobra.Command {
	var o serve.Options
	var disk string
	cmd := &cobra.Command{
		Use: "serve", Short: a.say("运行队列", "run the queue"), Long: a.say(serveLong.ZH, serveLong.EN),
		Example: a.say("ziping-farm serve\nziping-farm serve --listen 0.0.0.0:4222 --data /var/lib/ziping-farm", "ziping-farm serve\nziping-farm serve --listen 0.0.0.0:4222 --data /var/lib/ziping-farm"),
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) (err error) {
			if o.MaxDisk, err = a.size("max-disk", disk); err != nil {
				return err
			}
			if o.Join == "" && len(o.Routes) > 0 {
				return &usageError{a.say("--route 需要 --cluster", "--route needs --cluster"), a.say("例如 --cluster 10.0.0.1:6222 --route 10.0.0.2:6222 --route 10.0.0.3:6222", "for example --cluster 10.0.0.1:6222 --route 10.0.0.2:6222 --route 10.0.0.3:6222")}
			}
			a.carry(runtime.GOMAXPROCS(0))
			ctx, stop := interruptible()
			defer stop()
			s, err := serve.Start(o)
			if err != nil {
				return err
			}
			defer s.Stop()
			fmt.Fprintln(a.stdout, a.sayf("队列在 %s，数据在 %s", "the queue is at %s, its data in %s", s.URL(), screen.Clean(o.Data)))
			fmt.Fprintf(a.stdout, "  ziping-farm submit %s -o out --nats %s\n  ziping-farm work --nats %[2]s\n  ziping-farm collect --wait --nats %[2]s\n", a.say("自评表", "forms"), s.URL())
			<-ctx.Done()
			a.tell(a.say("正在停止；数据保留", "stopping; the data stays"))
			return nil
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.Listen, "listen", "127.0.0.1:4222", a.say("`HOST:PORT`：客户端连接的地址", "where clients connect, `HOST:PORT`"))
	f.StringVar(&o.Data, "data", dataFolder(), a.say("`DIR`：数据文件夹", "the folder of its data, `DIR`"))
	f.StringVar(&o.Config, "config", "", a.say("`FILE`：nats-server 的配置文件（用户、NKEY、TLS 等）", "a configuration file of nats-server (users, NKEYs, TLS …), `FILE`"))
	f.StringVar(&o.Name, "name", "", a.say("`NAME`：这台服务器的名称", "a `NAME` for this server"))
	f.StringVar(&o.Cluster, "cluster-name", "ziping", a.say("`NAME`：集群的名称", "a `NAME` for the cluster"))
	f.StringVar(&o.Join, "cluster", "", a.say("`HOST:PORT`：集群中其他服务器连接的地址", "where the other servers of a cluster connect, `HOST:PORT`"))
	f.StringSliceVar(&o.Routes, "route", nil, a.say("`HOST:PORT`：集群中的其他服务器，可多次给出", "another server of the cluster, `HOST:PORT`; may be repeated"))
	f.StringVar(&disk, "max-disk", "", a.say("`SIZE`：数据最多占多少磁盘，例如 100G", "most disk that the data may take, a `SIZE` such as 100G"))
	f.StringVar(&o.Cert, "tls-cert", "", a.say("`FILE`：服务器证书", "the server's certificate, a `FILE`"))
	f.StringVar(&o.Key, "tls-key", "", a.say("`FILE`：服务器证书的私钥", "its key, a `FILE`"))
	f.StringVar(&o.CA, "tls-ca", "", a.say("`FILE`：客户端证书的签发者；给出时客户端必须有证书", "the issuer of clients' certificates, a `FILE`; clients must show one then"))
	return cmd
}

// dataFolder is where the data lies if nobody says otherwise.
func dataFolder() string {
	if base, err := os.UserHomeDir(); err == nil {
		return filepath.Join(base, ".local", "share", "ziping-farm")
	}
	return "ziping-farm-data"
}
