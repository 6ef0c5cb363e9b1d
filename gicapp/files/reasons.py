"""Why the system did not let a file be read or written, in the user's words."""

import errno
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_UNREAD: Final = MappingProxyType(
    {
        errno.ENOENT: "没有这个文件，请检查文件名和所在的文件夹",
        errno.ENOTDIR: "没有这个文件，请检查文件名和所在的文件夹",
        errno.EISDIR: "这是文件夹或设备，不是文件，请给出文件",
        errno.EACCES: "没有读取权限，或者文件正被其他程序占用，请关闭后重试",
        errno.EPERM: "没有读取权限",
        errno.ELOOP: "这个快捷方式指向它自己，请给出文件本身",
        errno.ENAMETOOLONG: "文件名太长，请换一个短一些的文件名",
        errno.EINVAL: "文件名不能这样写，请检查文件名",
        errno.EIO: "磁盘或网络读取出错，请把文件复制到本机再试",
    }
)
_UNWRITTEN: Final = MappingProxyType(
    {
        errno.ENOSPC: "磁盘已满，请清理磁盘或换一个位置保存",
        errno.EDQUOT: "磁盘配额已满，请清理磁盘或换一个位置保存",
        errno.EACCES: "没有写入权限，或者文件正被 WPS、Word 打开，请关闭后重试或换一个位置保存",
        errno.EPERM: "没有写入权限，请换一个位置保存",
        errno.EROFS: "这个位置是只读的，请换一个位置保存",
        errno.ENOENT: "文件夹不存在，请换一个位置保存",
        errno.ENOTDIR: "文件夹不存在，请换一个位置保存",
        errno.EEXIST: "已有同名的文件，请换一个名字",
        errno.EISDIR: "这个名字是一个文件夹，请换一个文件名",
        errno.ENAMETOOLONG: "文件名太长，请换一个短一些的文件名",
    }
)


def why_unread(error: OSError | ValueError) -> str:
    """Return why a file could not be read; a name with a zero byte is no OSError."""
    return _why(error, _UNREAD)


def why_unwritten(error: OSError) -> str:
    """Return why a file or folder could not be written."""
    return _why(error, _UNWRITTEN)


def _why(error: OSError | ValueError, reasons: Mapping[int, str]) -> str:
    number = error.errno or 0 if isinstance(error, OSError) else errno.EINVAL
    said = error.strerror if isinstance(error, OSError) else None
    return reasons.get(number, f"系统报告：{said or error}")
